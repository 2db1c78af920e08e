using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jirani.Bench.Rig;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Jirani.Bench.Live;

/// <summary>
/// An owner's inbox without the browser around it: takes each render batch, looks what it says, and acknowledges it. To the
/// server's calls it answers as an empty browser would, and it has a window of 800 pixels for the list to fill.
/// </summary>
internal sealed class Circuit : IAsyncDisposable
{
    private const int JsObject = 1;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private readonly HubConnection _hub;
    private readonly TaskCompletionSource _drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _objects;

    private Circuit(App app, OwnerSession session, Shop shop)
    {
        Shop = shop;
        Sightings = new Sightings(shop);
        var builder = new HubConnectionBuilder().WithUrl(new Uri($"http://127.0.0.1:{app.Port}/_blazor"), options => options.Cookies = session.Cookies);
        builder.Services.AddSingleton<IHubProtocol, BlazorPack>();
        _hub = builder.Build();
        _hub.On<long, byte[]>("JS.RenderBatch", DrawAsync);
        _hub.On("JS.BeginInvokeJS", [typeof(long), typeof(string), typeof(string), typeof(int), typeof(long), typeof(int)], CalledAsync);
        _hub.On<string>("JS.Error", error => _drawn.TrySetException(new InvalidOperationException($"The circuit of {shop.Slug} failed: {error}")));
        _hub.On<int>("JS.AttachComponent", static _ => { });
        _hub.On<string, bool, string>("JS.EndInvokeDotNet", static (_, _, _) => { });
        _hub.On<int>("JS.EndUpdateRootComponents", static _ => { });
        _hub.ServerTimeout = _patience;
    }

    public Shop Shop { get; }

    public Sightings Sightings { get; }

    public int Batches { get; private set; }

    /// <summary>Returns once the list is drawn.</summary>
    public static async Task<Circuit> OpenAsync(App app, OwnerSession session, Shop shop, CancellationToken cancellationToken)
    {
        var site = $"http://127.0.0.1:{app.Port}/";
        var components = await session.OpenInboxAsync(cancellationToken);
        var circuit = new Circuit(app, session, shop);
        await circuit._hub.StartAsync(cancellationToken);
        await circuit._hub.InvokeAsync<string>("StartCircuit", site, $"{site}dashboard/whatsapp", "[]", "", cancellationToken);
        var operations = new JsonArray([.. components.Select((component, place) => new JsonObject
        {
            ["type"] = "add",
            ["ssrComponentId"] = place + 1,
            ["marker"] = JsonNode.Parse(component),
        })]);
        await circuit._hub.SendAsync("UpdateRootComponents", new JsonObject { ["batchId"] = 1, ["operations"] = operations }.ToJsonString(), "", cancellationToken);
        await circuit._drawn.Task.WaitAsync(_patience, cancellationToken);
        return circuit;
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private Task DrawAsync(long batch, byte[] content)
    {
        Batches++;
        Sightings.Look(content, DateTime.UtcNow);
        if (Sightings.IsDrawn)
        {
            _drawn.TrySetResult();
        }

        return _hub.SendAsync("OnRenderCompleted", batch, null);
    }

    private async Task CalledAsync(object?[] call)
    {
        var (handle, name, arguments, kind) = ((long)call[0]!, (string)call[1]!, (string?)call[2], (int)call[3]!);
        var result = kind == JsObject ? $$"""{"__jsObjectId":{{++_objects}}}""" : "null";
        await _hub.SendAsync("EndInvokeJSFromDotNet", handle, true, string.Create(CultureInfo.InvariantCulture, $"[{handle},true,{result}]"));
        if (name == "Blazor._internal.Virtualize.init")
        {
            var list = JsonDocument.Parse(arguments!).RootElement[0].GetProperty("__dotNetObject").GetInt64();
            await _hub.SendAsync("BeginInvokeDotNetFromJS", "1", null, "OnSpacerAfterVisible", list, "[0,0,800]");
        }
    }
}
