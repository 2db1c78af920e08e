using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Jirani.Infrastructure.Settings;

/// <summary>Checks data annotations and names each fault by the setting, so that whoever reads it knows what to set.</summary>
internal sealed class AnnotatedSettings<TOptions>(string section) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        var faults = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true);
        return faults.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(faults.Select(Sentence));
    }

    private string Sentence(ValidationResult fault)
    {
        var member = fault.MemberNames.First();
        var key = Key(member);
        var message = (fault.ErrorMessage ?? "is wrong.")
            .Replace($"The {member} field ", "", StringComparison.Ordinal)
            .Replace($"The field {member} ", "", StringComparison.Ordinal);
        return message.StartsWith(key, StringComparison.Ordinal) ? message : $"{key} {message}";
    }

    private string Key(string member)
    {
        var key = typeof(TOptions).GetProperty(member)?.GetCustomAttribute<ConfigurationKeyNameAttribute>()?.Name ?? member;
        return section.Length == 0 ? key : $"{section}:{key}";
    }
}
