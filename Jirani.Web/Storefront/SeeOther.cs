namespace Jirani.Web.Storefront;

/// <summary>Leads on to a page of ours, which is then read whatever the method was: 303.</summary>
/// <param name="path">From the root, never with a host: a caller's Host is not to be repeated.</param>
internal sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
