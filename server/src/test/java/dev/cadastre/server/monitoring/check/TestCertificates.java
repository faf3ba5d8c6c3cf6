package dev.cadastre.server.monitoring.check;

import dev.cadastre.server.dispatch.outgoing.Authorities;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * Somebody with a key and the certificates for it.
 *
 * @param keys theirs
 * @param chain their own certificate first
 */
record TestCertificates(KeyPair keys, List<X509Certificate> chain) {

    private static final AlgorithmIdentifier ALGORITHM =
            new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

    /** An authority that signs for itself. */
    static TestCertificates authority(String name) {
        KeyPair keys = newKeys();
        Instant now = Instant.now();
        X509Certificate own =
                sign(
                        keys,
                        name,
                        keys,
                        name,
                        now.minus(Duration.ofDays(1)),
                        now.plus(Duration.ofDays(1000)),
                        true);
        return new TestCertificates(keys, List.of(own));
    }

    /** Somebody whom nobody vouches for. */
    static TestCertificates selfSigned(String name, Instant from, Instant to) {
        KeyPair keys = newKeys();
        return new TestCertificates(keys, List.of(sign(keys, name, keys, name, from, to, false)));
    }

    /** Somebody for whom this one vouches. */
    TestCertificates signs(String name, Instant from, Instant to, boolean isAuthority) {
        KeyPair theirs = newKeys();
        String issuer = chain.getFirst().getSubjectX500Principal().getName().substring(3);
        X509Certificate own = sign(theirs, name, keys, issuer, from, to, isAuthority);
        return new TestCertificates(theirs, Stream.concat(Stream.of(own), chain.stream()).toList());
    }

    /** The same of whom only so many certificates are sent. */
    TestCertificates sending(int certificates) {
        return new TestCertificates(keys, chain.subList(0, certificates));
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate sign(
            KeyPair subject,
            String name,
            KeyPair issuer,
            String issuerName,
            Instant from,
            Instant to,
            boolean isAuthority) {
        try {
            V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
            generator.setSerialNumber(new ASN1Integer(BigInteger.valueOf(System.nanoTime())));
            generator.setSignature(ALGORITHM);
            generator.setIssuer(new X500Name("CN=" + issuerName));
            generator.setSubject(new X500Name("CN=" + name));
            generator.setStartDate(new Time(Date.from(from)));
            generator.setEndDate(new Time(Date.from(to)));
            generator.setSubjectPublicKeyInfo(
                    SubjectPublicKeyInfo.getInstance(subject.getPublic().getEncoded()));
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            extensions.addExtension(
                    Extension.basicConstraints, true, new BasicConstraints(isAuthority));
            if (!isAuthority) {
                int type =
                        Character.isDigit(name.charAt(0))
                                ? GeneralName.iPAddress
                                : GeneralName.dNSName;
                extensions.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(type, name)));
            }
            generator.setExtensions(extensions.generate());
            return signed(generator.generateTBSCertificate(), issuer);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate signed(TBSCertificate content, KeyPair issuer)
            throws GeneralSecurityException, IOException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(issuer.getPrivate());
        signature.update(content.getEncoded(ASN1Encoding.DER));
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(content);
        parts.add(ALGORITHM);
        parts.add(new DERBitString(signature.sign()));
        byte[] encoded = new DERSequence(parts).getEncoded(ASN1Encoding.DER);
        Certificate certificate =
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(encoded));
        return (X509Certificate) certificate;
    }

    /** What a server of theirs speaks TLS with. */
    SSLContext server() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "server", keys.getPrivate(), new char[0], chain.toArray(new Certificate[0]));
            KeyManagerFactory factory =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trusts the last of the chain, and nobody else. */
    Authorities authorities() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("authority", chain.getLast());
            return Authorities.only(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
