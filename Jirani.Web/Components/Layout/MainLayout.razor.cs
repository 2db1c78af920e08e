using Microsoft.AspNetCore.Components.Web;

namespace Jirani.Web.Components.Layout;

/// <summary>The frame of every screen.</summary>
public sealed partial class MainLayout
{
    private ErrorBoundary? _boundary;

    private void Recover() => _boundary?.Recover();
}
