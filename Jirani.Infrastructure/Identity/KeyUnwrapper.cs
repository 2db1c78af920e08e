using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Jirani.Infrastructure.Identity;

/// <summary>Made by the key ring itself, from the type name stored beside each key: its name and constructor are a contract.</summary>
internal sealed class KeyUnwrapper(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        WrappedKey.Unwrap(encryptedElement, services.GetRequiredService<IOptions<KeyRingOptions>>().Value.Key);
}
