using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Jirani.Infrastructure.Database;

/// <summary>A command without the claiming transaction around it is a bug: it throws here, and without grants it could read nothing anyway.</summary>
internal sealed class ClaimedCommands : DbCommandInterceptor
{
    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result) =>
        eventData.Context?.Database.CurrentTransaction is null
            ? throw new InvalidOperationException("Commands of an owner or of the public run only inside the transaction that claims who asks.")
            : result;
}
