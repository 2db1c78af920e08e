using Jirani.Infrastructure.Database;
using Jirani.Infrastructure.Flutterwave;
using Jirani.Infrastructure.Live;
using Jirani.Infrastructure.Messaging;
using Jirani.Infrastructure.Orders;
using Jirani.Infrastructure.Payments;
using Jirani.Infrastructure.Settings;
using Jirani.Infrastructure.Stores;
using Jirani.Web.Commands;
using Jirani.Web.Components;
using Jirani.Web.Identity;
using Jirani.Web.Live;
using Jirani.Web.Observability;
using Jirani.Web.Security;
using Jirani.Web.Settings;
using Jirani.Web.Simulator;
using Jirani.Web.Storefront;
using Jirani.Web.Webhooks;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
if (args is ["migrate", ..])
{
    return await MigrateCommand.RunAsync(builder.Configuration, CancellationToken.None);
}

builder.Services.AddSettings<PublicSiteOptions>(PublicSiteOptions.Section);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDatabases();
builder.Services.AddLive();
builder.Services.AddHealth();
builder.Services.AddMessaging();
builder.Services.AddFlutterwave();
builder.Services.AddPayments();
builder.Services.AddOrders();
builder.Services.AddStores();
builder.Services.AddWebhooks();
builder.Services.AddStorefront();
builder.Services.AddScreens();
builder.Services.AddDashboardHub();
builder.AddObservability();
builder.AddFrontDoor();
builder.AddSignIn();
builder.AddCircuitPolicy();
builder.AddSimulator();
builder.WebHost.UseStaticWebAssets();

if (args is ["open-store" or "connect", ..])
{
    builder.Logging.ClearProviders();   // a command speaks in sentences
}

var app = builder.Build();
if (!app.HasSettings())
{
    return 1;
}

switch (args)
{
    case ["open-store", .. var words]:
        return await OpenStoreCommand.RunAsync(app.Services, words, CancellationToken.None);
    case ["connect", .. var words]:
        return await ConnectCommand.RunAsync(app.Services, words, CancellationToken.None);
}

app.UseFrontDoor();
app.UseAuthentication();
app.UseAuthorization();
app.UseRateLimiter();
app.UseAntiforgery();
app.UseWebSockets();
app.UseCircuitDrain();
app.MapStaticAssets();
app.MapHealth();
app.MapWhatsAppWebhook();
app.MapFlutterwaveWebhook();
app.MapSignIn();
app.MapSignUp();
app.MapInvitations();
app.MapStorefront();
app.MapPayments();
app.MapScreens();
app.MapDashboardHub();
app.MapSimulator();

await app.RunAsync();
return 0;
