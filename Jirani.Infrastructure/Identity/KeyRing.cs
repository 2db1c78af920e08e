using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Jirani.Infrastructure.Identity;

/// <summary>
/// Whether this process opens the key ring in the database. One that does not would quietly make a key of its own, and what
/// it protects with that the serving app could never read.
/// </summary>
public sealed class KeyRing(IKeyManager keys)
{
    /// <returns>Null where every key opens; else a sentence on what to set.</returns>
    public string? Fault()
    {
        try
        {
            foreach (var key in keys.GetAllKeys().Where(key => !key.IsRevoked))
            {
                _ = key.Descriptor;
            }

            return null;
        }
        catch (CryptographicException locked)
        {
            return locked.Message;
        }
    }
}
