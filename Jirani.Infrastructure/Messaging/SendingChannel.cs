namespace Jirani.Infrastructure.Messaging;

/// <summary>The number a store sends from.</summary>
internal sealed record SendingChannel(Guid Id, Guid StoreId, string PhoneNumberId, string AccessToken);
