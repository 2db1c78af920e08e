namespace Jirani.Web.Simulator.Graph;

/// <summary>Answers, or fails to answer, the way a scripted fault says.</summary>
internal sealed class FaultyAnswer(GraphLedger ledger, WebhookSender webhooks, StatusPlan plan, TimeProvider time, IHostApplicationLifetime lifetime)
{
    private const string Page = "<!DOCTYPE html><html><head><title>Error</title></head><body>Sorry, something went wrong.</body></html>";

    /// <param name="call">Null when the fault does not take the message on.</param>
    public async Task PlayAsync(ScriptedFault fault, AcceptedCall? call, HttpContext context, CancellationToken cancellationToken)
    {
        switch (fault.Kind)
        {
            case FaultKind.Error:
                ledger.Refused(fault.Code);
                await GraphAnswer.RefusedAsync(context.Response, fault.ToRefusal(), cancellationToken);
                return;
            case FaultKind.Html500:
                context.Response.StatusCode = 500;
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.WriteAsync(Page, cancellationToken);
                return;
            case FaultKind.Hang:
                await HangAsync(fault, cancellationToken);
                break;
            case FaultKind.StatusBeforeAnswer when call is not null:
                await webhooks.PostAsync(StatusEnvelope.Write(plan.For(call, null, isWatched: true)), cancellationToken);
                break;
            case FaultKind.Reset:
                context.Abort();
                return;
        }

        await AnswerLateAsync(call, context, cancellationToken);
    }

    // A hang must not hold up the end of the process.
    private async Task HangAsync(ScriptedFault fault, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        await Task.Delay(TimeSpan.FromSeconds(fault.Seconds), time, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static Task AnswerLateAsync(AcceptedCall? call, HttpContext context, CancellationToken cancellationToken)
    {
        if (call is not null && !cancellationToken.IsCancellationRequested)
        {
            return GraphAnswer.AcceptedAsync(context.Response, call, cancellationToken);
        }

        context.Abort();
        return Task.CompletedTask;
    }
}
