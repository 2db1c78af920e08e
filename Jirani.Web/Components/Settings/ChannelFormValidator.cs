using FluentValidation;
using Jirani.Domain;

namespace Jirani.Web.Components.Settings;

/// <summary>What can be said of the values before Meta is asked.</summary>
public sealed class ChannelFormValidator : AbstractValidator<ChannelForm>
{
    private const int ShortestSecret = 12;
    private const int LongestSecret = 4096;

    /// <param name="hasToken">One is stored, and may stay.</param>
    public ChannelFormValidator(bool hasToken)
    {
        RuleFor(form => form.PhoneNumberId).Matches(@"^\s*[0-9]{1,32}\s*$")
            .WithMessage("The phone number ID is digits only. Meta shows it above the number under WhatsApp, API Setup.");
        RuleFor(form => form.Number).Must((form, typed) => PhoneNumber.TryParse(form.PlainNumber, out var _))
            .WithMessage("Write the number with its country code, such as +254 711 000 111.");
        RuleFor(form => form.AccessToken).Must(token => hasToken || token.Trim().Length > 0)
            .WithMessage("Paste the token of a system user who may use the number.");
        RuleFor(form => form.AccessToken).MaximumLength(LongestSecret).WithMessage("This is too long for a token. Copy only the token.");
        RuleFor(form => form.AppSecret).Must(secret => secret.Trim().Length is 0 or (>= ShortestSecret and <= LongestSecret))
            .WithMessage($"An app secret has {ShortestSecret} characters or more. Leave it empty to use the shared app.");
    }
}
