using Microsoft.EntityFrameworkCore;

namespace Jirani.Infrastructure.Database;

/// <summary>What screens read, mapped onto the tables that the migrations made. Handed out only inside a transaction that carries a claim.</summary>
public sealed class JiraniDbContext(DbContextOptions<JiraniDbContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(JiraniDbContext).Assembly);
}
