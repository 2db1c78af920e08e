using System.Globalization;

namespace Jirani.Web.Simulator.Flutterwave;

/// <summary>Sends an answer, or fails to send it, as its fault says.</summary>
internal sealed class ReplyDelivery(
    Prompts prompts, WebhookPlan plan, PaymentWebhookSender webhooks, TimeProvider time, IHostApplicationLifetime lifetime)
{
    public async Task SendAsync(HttpContext context, FlutterwaveReply reply, bool isHit)
    {
        if (reply is { Fault.IsBeforeAnswer: true, Charge: { } charge })
        {
            await TellFirstAsync(charge, context.RequestAborted);
        }

        switch (reply.Fault?.Answer)
        {
            case AnswerFault.Reset:
                context.Abort();
                return;
            case AnswerFault.Hang when !await HangAsync(reply.Fault, context.RequestAborted) || !reply.Fault.TakesOn:
                context.Abort();
                return;
            case AnswerFault.ServerError:
                await WriteAsync(context, FlutterwaveReply.Refused(FlutterwaveRefusal.Broken), isHit: false);
                return;
            case AnswerFault.TooMany:
                context.Response.Headers.RetryAfter = reply.Fault.RetryAfter.ToString(CultureInfo.InvariantCulture);
                break;
        }

        await WriteAsync(context, reply, isHit);
    }

    private async Task TellFirstAsync(Charge charge, CancellationToken cancellationToken)
    {
        if (prompts.End(charge.Id, PromptDecision.Approve) is not { } ended)
        {
            return;
        }

        foreach (var (body, _) in plan.For(ended))
        {
            await webhooks.PostAsync(body, cancellationToken);
        }
    }

    // A hang must not hold up the end of the process.
    private async Task<bool> HangAsync(PaymentFaults fault, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        await Task.Delay(TimeSpan.FromSeconds(fault.Seconds), time, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !either.IsCancellationRequested;
    }

    private static async Task WriteAsync(HttpContext context, FlutterwaveReply reply, bool isHit)
    {
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = "application/json; charset=utf-8";
        if (isHit)
        {
            context.Response.Headers["X-Idempotency-Cache-Hit"] = "true";
        }

        if (context.Request.Headers.TryGetValue("X-Trace-Id", out var trace))
        {
            context.Response.Headers["X-Trace-Id"] = trace;
        }

        await context.Response.Body.WriteAsync(reply.Body, context.RequestAborted);
    }
}
