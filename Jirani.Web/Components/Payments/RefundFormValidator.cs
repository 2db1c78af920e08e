using FluentValidation;
using Jirani.Domain;

namespace Jirani.Web.Components.Payments;

/// <summary>What can be said of a refund before it is begun.</summary>
public sealed class RefundFormValidator : AbstractValidator<RefundForm>
{
    private const int LongestReason = 200;

    /// <param name="most">How much there is to give back.</param>
    /// <param name="currency">Decides how many decimals there may be.</param>
    public RefundFormValidator(decimal most, Currency currency)
    {
        RuleFor(form => form.Value).Cascade(CascadeMode.Stop)
            .NotNull().WithMessage("Write the amount in figures, such as 250.")
            .GreaterThan(0).WithMessage("Give back more than nothing.")
            .LessThanOrEqualTo(most).WithMessage($"There is {new Money(most, currency)} to give back, not more.")
            .Must(amount => currency.Round(amount!.Value) == amount).WithMessage(
                currency.Decimals == 0 ? $"{currency} has no cents." : "There are two figures after the point at most.")
            .OverridePropertyName(nameof(RefundForm.Amount));
        RuleFor(form => form.Reason).MaximumLength(LongestReason).WithMessage($"Say it in {LongestReason} characters.");
    }
}
