using Npgsql;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Jirani.Web.Observability;

/// <summary>Logs always, traces and metrics where somebody collects them, errors to Sentry where one is set.</summary>
internal static class ObservabilityRegistration
{
    public const string Meter = "Jirani";

    public static void AddObservability(this WebApplicationBuilder builder)
    {
        builder.AddLogs();
        if (builder.Configuration["Otlp:Endpoint"] is { Length: > 0 } endpoint)
        {
            builder.Services.AddTelemetry(new Uri(endpoint));
        }

        if (builder.Configuration["Sentry:Dsn"] is { Length: > 0 } dsn)
        {
            builder.WebHost.AddSentry(dsn);
        }
    }

    private static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(options =>
        {
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
        // These tell of addresses with their query, which holds a customer's number: not at any level that a setting gives the rest.
        foreach (var talkative in new[] { "Microsoft.AspNetCore", "System.Net.Http.HttpClient", "Microsoft.EntityFrameworkCore" })
        {
            builder.Logging.AddFilter(talkative, LogLevel.Warning);
        }
    }

    private static void AddTelemetry(this IServiceCollection services, Uri endpoint) => services.AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService("jirani"))
        .WithTracing(tracing => tracing
            .AddSource(Meter)
            .AddAspNetCoreInstrumentation()
            .AddHttpClientInstrumentation()
            .AddNpgsql()
            .AddProcessor(new QueryRedaction())
            .AddOtlpExporter(exporter => exporter.Endpoint = endpoint))
        .WithMetrics(metrics => metrics
            .AddMeter(Meter, "Npgsql", "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.Components.Server.Circuits")
            .AddAspNetCoreInstrumentation()
            .AddHttpClientInstrumentation()
            .AddRuntimeInstrumentation()
            .AddOtlpExporter(exporter => exporter.Endpoint = endpoint));

    private static void AddSentry(this IWebHostBuilder host, string dsn) => host.UseSentry(options =>
    {
        options.Dsn = dsn;
        options.SendDefaultPii = false;
        options.MaxRequestBodySize = Sentry.Extensibility.RequestSize.None;
        options.SetBeforeSend(report =>
        {
            report.Request.QueryString = null;
            return report;
        });
    });
}
