package dev.cadastre.cli.share;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** By what a forwarder shows who it is: a key, and certificates for it. */
public final class ShareCertificate {

    private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final int IP_ADDRESS = 0x87;
    private static final int VERSION = 0xa0;
    private static final int EXTENSIONS = 0xa3;
    private static final int SERIAL_BITS = 127;
    private static final Pattern KEY =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private final PrivateKey key;
    private final Certificate[] chain;

    private ShareCertificate(PrivateKey key, List<? extends Certificate> chain) {
        this.key = key;
        this.chain = chain.toArray(Certificate[]::new);
    }

    /**
     * A new key, certified by nobody but itself.
     *
     * @param address for which it is
     * @param now from an hour before then on, as clocks differ
     * @param expires until a day after then, as installing an app takes a while
     */
    public static ShareCertificate selfSigned(InetAddress address, Instant now, Instant expires) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            byte[] algorithm = Der.of(Der.SEQUENCE, Der.identifier(ECDSA_WITH_SHA256));
            byte[] validity =
                    Der.of(
                            Der.SEQUENCE,
                            Der.time(now.minus(Duration.ofHours(1))),
                            Der.time(expires.plus(Duration.ofDays(1))));
            byte[] content = content(address, pair.getPublic(), algorithm, validity);
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(content);
            byte[] all = Der.of(Der.SEQUENCE, content, algorithm, Der.bits(signature.sign()));
            return new ShareCertificate(
                    pair.getPrivate(),
                    List.of(certificates().generateCertificate(new ByteArrayInputStream(all))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("each JDK has these algorithms", e);
        }
    }

    private static byte[] content(
            InetAddress address, PublicKey key, byte[] algorithm, byte[] validity) {
        byte[] name =
                Der.of(
                        Der.SEQUENCE,
                        Der.of(
                                Der.SET,
                                Der.of(
                                        Der.SEQUENCE,
                                        Der.identifier(COMMON_NAME),
                                        Der.text("cadastre app try"))));
        byte[] addresses = Der.of(Der.SEQUENCE, Der.of(IP_ADDRESS, address.getAddress()));
        byte[] extension =
                Der.of(
                        Der.SEQUENCE,
                        Der.identifier(ALTERNATIVE_NAMES),
                        Der.of(Der.OCTET_STRING, addresses));
        return Der.of(
                Der.SEQUENCE,
                Der.of(VERSION, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE)),
                algorithm,
                name,
                validity,
                name,
                key.getEncoded(),
                Der.of(EXTENSIONS, Der.of(Der.SEQUENCE, extension)));
    }

    private static CertificateFactory certificates() throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509");
    }

    /**
     * One that somebody has.
     *
     * @param certificates PEM, its own first
     * @param key PEM of PKCS #8, without a password
     * @throws IllegalArgumentException if they are not these; the message says why, without the key
     */
    public static ShareCertificate given(byte[] certificates, String key) {
        try {
            List<? extends Certificate> chain =
                    List.copyOf(
                            certificates()
                                    .generateCertificates(new ByteArrayInputStream(certificates)));
            if (chain.isEmpty()) {
                throw new IllegalArgumentException("there is no certificate");
            }
            PublicKey of = chain.getFirst().getPublicKey();
            Matcher matcher = KEY.matcher(key);
            if (!matcher.find()) {
                throw new IllegalArgumentException("the key is no PEM of PKCS #8");
            }
            byte[] bytes = Base64.getMimeDecoder().decode(matcher.group(1));
            PrivateKey read =
                    KeyFactory.getInstance(of.getAlgorithm())
                            .generatePrivate(new PKCS8EncodedKeySpec(bytes));
            return new ShareCertificate(read, chain);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "the key is not that of the certificate, or one of them is none", e);
        }
    }

    /** The digest of the certificate, as browsers show it. */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("each JDK has SHA-256", e);
        }
    }

    /**
     * What sockets are made by.
     *
     * @throws IllegalArgumentException if the key is not that of the certificate
     */
    public SSLContext context() {
        try {
            char[] none = {};
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, none);
            store.setKeyEntry("share", key, none, chain);
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, none);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("the certificate cannot be used with the key", e);
        }
    }
}
