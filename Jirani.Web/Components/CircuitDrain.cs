namespace Jirani.Web.Components;

/// <summary>
/// An open screen holds its connection for ever, and a stopping server would wait for it until its patience ends.
/// Nothing is lost by cutting it: the screen reconnects to whoever serves next, and reads again.
/// </summary>
internal static class CircuitDrain
{
    public static void UseCircuitDrain(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await next(context);
            return;
        }

        await using var cut = app.Lifetime.ApplicationStopping.Register(context.Abort);
        await next(context);
    });
}
