package dev.cadastre.ssh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.OptionalFeature;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.cipher.Cipher;
import org.apache.sshd.common.kex.BuiltinDHFactories;
import org.apache.sshd.common.kex.KeyExchangeFactory;
import org.apache.sshd.common.mac.BuiltinMacs;
import org.apache.sshd.common.mac.Mac;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;

/**
 * What we offer in a handshake, cheapest of the strong first. The SHA-1 ones come last: they are
 * what an sshd of 2010 has, and none of them is chosen by a host that knows better.
 */
final class Algorithms {
    private static final Map<String, List<String>> SIGNATURES_OF_RSA_KEYS =
            Map.of("ssh-rsa", List.of("rsa-sha2-512", "rsa-sha2-256", "ssh-rsa"));

    private Algorithms() {}

    static List<KeyExchangeFactory> keyExchanges() {
        return NamedFactory.setUpTransformedFactories(
                true,
                List.of(
                        BuiltinDHFactories.curve25519,
                        BuiltinDHFactories.curve25519_libssh,
                        BuiltinDHFactories.ecdhp256,
                        BuiltinDHFactories.ecdhp384,
                        BuiltinDHFactories.ecdhp521,
                        BuiltinDHFactories.dhgex256,
                        BuiltinDHFactories.dhg14_256,
                        BuiltinDHFactories.dhg16_512,
                        BuiltinDHFactories.dhg18_512),
                ClientBuilder.DH2KEX);
    }

    static List<NamedFactory<Cipher>> ciphers() {
        return supported(
                List.of(
                        BuiltinCiphers.aes128gcm,
                        BuiltinCiphers.aes256gcm,
                        BuiltinCiphers.cc20p1305_openssh,
                        BuiltinCiphers.aes128ctr,
                        BuiltinCiphers.aes256ctr));
    }

    static List<NamedFactory<Mac>> macs() {
        return supported(
                List.of(
                        BuiltinMacs.hmacsha256etm,
                        BuiltinMacs.hmacsha512etm,
                        BuiltinMacs.hmacsha256,
                        BuiltinMacs.hmacsha512,
                        BuiltinMacs.hmacsha1));
    }

    static List<NamedFactory<Signature>> signatures() {
        return supported(
                List.of(
                        BuiltinSignatures.ed25519,
                        BuiltinSignatures.nistp256,
                        BuiltinSignatures.nistp384,
                        BuiltinSignatures.nistp521,
                        BuiltinSignatures.rsaSHA512,
                        BuiltinSignatures.rsaSHA256,
                        BuiltinSignatures.rsa));
    }

    /** The offered host key algorithms, those for keys of the known types moved to the front. */
    static String preferring(List<String> knownTypes, String offered) {
        List<String> rest = new ArrayList<>(Arrays.asList(offered.split(",", -1)));
        List<String> ordered = new ArrayList<>();
        for (String type : knownTypes) {
            for (String algorithm : SIGNATURES_OF_RSA_KEYS.getOrDefault(type, List.of(type))) {
                if (rest.remove(algorithm)) {
                    ordered.add(algorithm);
                }
            }
        }
        ordered.addAll(rest);
        return String.join(",", ordered);
    }

    private static <T> List<NamedFactory<T>> supported(
            List<? extends NamedFactory<T>> preferences) {
        return preferences.stream()
                .filter(Algorithms::isSupported)
                .<NamedFactory<T>>map(factory -> factory)
                .toList();
    }

    private static boolean isSupported(NamedFactory<?> factory) {
        return !(factory instanceof OptionalFeature optional) || optional.isSupported();
    }
}
