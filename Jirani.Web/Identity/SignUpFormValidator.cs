using FluentValidation;

namespace Jirani.Web.Identity;

internal sealed class SignUpFormValidator : AbstractValidator<SignUpForm>
{
    private const int LongestEmail = 254;
    private const int LongestName = 120;

    public SignUpFormValidator()
    {
        RuleFor(form => form.Email).Must(email => email.Length <= LongestEmail && System.Net.Mail.MailAddress.TryCreate(email, out _))
            .WithMessage("Write an email address, such as you@example.org.");
        RuleFor(form => form.StoreName).Must(name => name.Length is > 0 and <= LongestName && !name.Any(char.IsControl))
            .WithMessage($"Your shop's name, up to {LongestName} characters.");
        RuleFor(form => form.GivenSlug).Matches(@"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z").OverridePropertyName(nameof(SignUpForm.Slug))
            .WithMessage("Small letters, digits and inner hyphens, such as mama-njeri.");
        RuleFor(form => form.Country).NotNull().OverridePropertyName(nameof(SignUpForm.CountryCode)).WithMessage("Choose the country of your shop.");
    }
}
