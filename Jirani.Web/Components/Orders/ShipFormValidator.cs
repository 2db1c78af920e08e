using FluentValidation;
using Jirani.Domain.Orders;

namespace Jirani.Web.Components.Orders;

/// <summary>What can be said of a delivery before it is begun.</summary>
public sealed class ShipFormValidator : AbstractValidator<ShipForm>
{
    /// <param name="zone">In which the shop tells its times.</param>
    /// <param name="now">What time it is.</param>
    public ShipFormValidator(TimeZoneInfo zone, DateTimeOffset now)
    {
        RuleFor(form => form.Courier).Must(courier => courier.Trim().Length <= Shipment.LongestCourier)
            .WithMessage($"Say who brings it in {Shipment.LongestCourier} characters.");
        RuleFor(form => form.Eta).Cascade(CascadeMode.Stop)
            .Must((form, _) => form.At(zone) is not null).WithMessage("Choose a day and a time, or leave it empty.")
            .Must((form, _) => form.At(zone) >= now).WithMessage("This time is past already. Choose a later one, or leave it empty.")
            .When(form => !string.IsNullOrWhiteSpace(form.Eta));
        RuleFor(form => form.Link).Must(link => Shipment.IsWebAddress(link.Trim()))
            .WithMessage($"Paste the whole address, from https:// on, up to {Shipment.LongestLink} characters.")
            .When(form => !string.IsNullOrWhiteSpace(form.Link));
    }
}
