package dev.cadastre.server.web.security;

import dev.cadastre.server.startup.TlsFiles;
import dev.cadastre.server.storage.StartFailure;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundleKey;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslOptions;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Binds the server to its address, with TLS where it is not for this machine alone. */
@Component
class Listening
        implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, SslBundleRegistrar {

    private static final String BUNDLE = "cadastre";

    /**
     * What is spoken: keys that are forgotten afterwards, and encryption that authenticates itself.
     * Java still offers others to old clients, whose padding has leaked what it hides.
     */
    private static final SslOptions SPOKEN =
            SslOptions.of(
                    Set.of(
                            "TLS_AES_256_GCM_SHA384",
                            "TLS_CHACHA20_POLY1305_SHA256",
                            "TLS_AES_128_GCM_SHA256",
                            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
                            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
                            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
                            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
                            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
                            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
                    Set.of("TLSv1.3", "TLSv1.2"));

    private final ListenProperties properties;
    private final InetAddress address;

    Listening(ListenProperties properties) {
        this.properties = properties;
        this.address = address(properties.listen());
        if (!address.isLoopbackAddress() && !isEncrypted()) {
            throw new StartFailure(
                    "Listening on " + properties.listen() + " would send passwords in clear",
                    "Name a certificate and its key ([server] tls-certificate and tls-key),"
                            + " or listen on 127.0.0.1 behind a proxy that speaks TLS.");
        }
    }

    /** Whether the server speaks TLS. */
    boolean isEncrypted() {
        return properties.tls() != null;
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        factory.setAddress(address);
        if (isEncrypted()) {
            factory.setSsl(Ssl.forBundle(BUNDLE));
        }
    }

    @Override
    public void registerBundles(SslBundleRegistry registry) {
        if (properties.tls() != null) {
            registry.registerBundle(BUNDLE, bundle(properties.tls()));
        }
    }

    private static SslBundle bundle(ListenProperties.Tls tls) {
        var stores = new PemSslStoreBundle(TlsFiles.read(tls.certificate(), tls.key()), null);
        return SslBundle.of(stores, SslBundleKey.NONE, SPOKEN);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new StartFailure(
                    "Cannot listen on " + text + ": " + e.getMessage(),
                    "Give an address of this machine, 0.0.0.0 or :: for all of them.",
                    e);
        }
    }
}
