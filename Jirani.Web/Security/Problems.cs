using Npgsql;

namespace Jirani.Web.Security;

/// <summary>Every error that is not a page is application/problem+json, and says nothing of our insides.</summary>
internal static class Problems
{
    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = Status,
            // A caller's own fault, or slowness, is no error of ours: hundreds of them must not fill the log.
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages();
    }

    private static int Status(Exception error) => error switch
    {
        BadHttpRequestException request => request.StatusCode,
        NpgsqlException or TimeoutException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
