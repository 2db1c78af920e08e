namespace Jirani.Infrastructure.Live;

/// <summary>Something changed in a store. Ids only: whoever hears it reads again under their own rights.</summary>
/// <param name="Id">The id of the subject: of the conversation for a message or a tick, of the order for a delivery.</param>
public readonly record struct StoreChange(Guid StoreId, ChangeKind Kind, Guid Id);
