using Microsoft.AspNetCore.Http;

namespace Jirani.Tests.Flutterwave;

/// <summary>Ways to answer, and not to.</summary>
internal static class PlayedAnswer
{
    public static Func<HttpContext, Task> Sample(int status, string file) => Json(status, Samples.Text(file));

    public static Func<HttpContext, Task> Json(int status, string body, string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsync(body, context.RequestAborted);
    };

    public static Func<HttpContext, Task> Error(int status, string code) =>
        Json(status, $$$"""{"status":"failed","error":{"type":"T","code":"{{{code}}}","message":"m","validation_errors":[]}}""");

    /// <summary>The request is read and the connection cut.</summary>
    public static Task Reset(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Half an answer, and the connection cut.</summary>
    public static async Task Half(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentLength = 500;
        await context.Response.WriteAsync("""{"data":{"id":""", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    /// <summary>Nothing for ever.</summary>
    public static Func<HttpContext, Task> Silence(TaskCompletionSource arrived) => context =>
    {
        arrived.TrySetResult();
        return HangAsync(context);
    };

    /// <summary>A head that promises a body, and then nothing for ever.</summary>
    public static Func<HttpContext, Task> HeadAlone(TaskCompletionSource arrived) => async context =>
    {
        context.Response.ContentLength = 500;
        await context.Response.StartAsync(context.RequestAborted);
        arrived.TrySetResult();
        await HangAsync(context);
    };

    private static async Task HangAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }
}
