using Microsoft.AspNetCore.Authorization;

namespace Jirani.Web.Components;

/// <summary>A circuit costs memory, so it is for owners; where the simulator runs, for whoever plays its customers too.</summary>
internal static class CircuitPolicy
{
    private const string Name = "circuit";

    public static void AddCircuitPolicy(this WebApplicationBuilder builder)
    {
        var isSimulated = builder.Configuration.GetValue<bool?>("Simulator:Enabled") ?? builder.Environment.IsDevelopment();
        builder.Services.AddAuthorizationBuilder().AddPolicy(Name, policy =>
            policy.RequireAssertion(context => isSimulated || context.User.Identity?.IsAuthenticated is true));
    }

    public static void Guard(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } path } && path.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal))
        {
            endpoint.Metadata.Add(new AuthorizeAttribute(Name));
        }
    }
}
