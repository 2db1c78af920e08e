using System.ComponentModel.DataAnnotations;

namespace Jirani.Infrastructure.Database;

/// <summary>The logins of the database, one connection string each; who may do what stands in db/roles.sql and the migrations.</summary>
public sealed class ConnectionStringsOptions
{
    public const string Section = "ConnectionStrings";

    /// <summary>Only the migrate command reads this one; the serving app never has it in use.</summary>
    public string? Migrations { get; init; }

    [Required(ErrorMessage = "is missing.")]
    public required string Service { get; init; }

    [Required(ErrorMessage = "is missing.")]
    public required string Dashboard { get; init; }

    [Required(ErrorMessage = "is missing.")]
    public required string Public { get; init; }

    [Required(ErrorMessage = "is missing.")]
    public required string Identity { get; init; }
}
