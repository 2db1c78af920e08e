using Jirani.Tests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Jirani.Tests.Browser;

/// <summary>The machine's own Chromium, started once for the run when a test first needs it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static string Executable => Environment.GetEnvironmentVariable("JIRANI_TEST_CHROMIUM") is { Length: > 0 } chosen ? chosen : "/usr/bin/chromium";

    /// <summary>A browser of its own for one person: no cookie and no storage is shared with another.</summary>
    public async Task<IBrowserContext> OpenAsync(int width = 1440, int height = 900, bool isDark = false, CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            Assertions.SetDefaultExpectTimeout(20_000);   // a machine that runs everything at once is slow now and then
            // Root has no sandbox to be put in.
            _browser ??= await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = ["--no-sandbox"] });
        }
        finally
        {
            _gate.Release();
        }

        return await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,   // what moves is drawn sixty times a second by the processor
            DeviceScaleFactor = width < 600 ? 2 : 1,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _gate.Dispose();
    }
}
