namespace Jirani.Infrastructure.Payments;

/// <summary>The money of a store in one currency.</summary>
/// <param name="Available">Paid out to the shop's account with the provider.</param>
/// <param name="Unsettled">The provider still holds it.</param>
/// <param name="InReview">Kept apart until somebody decides; part of the other two.</param>
/// <param name="Cash">Taken by hand.</param>
public sealed record Balance(string Currency, decimal Available, decimal Unsettled, decimal InReview, decimal Cash);
