using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Jirani.Infrastructure.Identity;

internal sealed class KeyWrapper(byte[] key) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(WrappedKey.Wrap(plaintextElement, key), typeof(KeyUnwrapper));
}
