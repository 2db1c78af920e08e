using System.Diagnostics;
using OpenTelemetry;

namespace Jirani.Web.Observability;

/// <summary>A query can hold a customer's number or an order's id, which is all the proof a page asks for.</summary>
internal sealed class QueryRedaction : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        if (data.GetTagItem("url.query") is not null)
        {
            data.SetTag("url.query", null);
        }
    }
}
