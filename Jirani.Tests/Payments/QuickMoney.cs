using Jirani.Tests.Support;
using Jirani.Tests.Webhooks;

namespace Jirani.Tests.Payments;

/// <summary>An app whose Flutterwave pays out and gives back at once.</summary>
public sealed class QuickMoney(PostgresFixture postgres) : ServedApp(postgres)
{
    protected override JiraniAppSetup Setup => new()
    {
        Settings = new Dictionary<string, string>
        {
            ["WhatsApp__AccessToken"] = "",
            ["Simulator__Flutterwave__SettleAfter"] = "00:00:00.1",
            ["Simulator__Flutterwave__RefundAfter"] = "00:00:00.1",
        },
    };
}
