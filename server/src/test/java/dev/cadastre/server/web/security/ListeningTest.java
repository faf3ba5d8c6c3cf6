package dev.cadastre.server.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.server.storage.StartFailure;
import dev.cadastre.server.web.security.ListenProperties.Tls;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;

class ListeningTest {

    private static Listening on(String address, @Nullable Tls tls) {
        return new Listening(new ListenProperties(address, List.of(), false, tls));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.53", "::1", "localhost"})
    void needsNoCertificateOnThisMachine(String address) {
        assertThatCode(() -> on(address, null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.10"})
    void refusesToListenToOthersInClear(String address) {
        assertThatThrownBy(() -> on(address, null))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        failure -> {
                            assertThat(failure).hasMessageContaining(address);
                            assertThat(failure.remedy()).contains("cadastre.tls.certificate");
                        });
    }

    @Test
    void saysWhichFileOfTheCertificateCannotBeRead() {
        Listening listening = on("0.0.0.0", new Tls("/nowhere/cert.pem", "/nowhere/key.pem"));

        assertThatThrownBy(() -> listening.registerBundles(new DefaultSslBundleRegistry()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("cadastre.tls.certificate")
                .hasMessageContaining("/nowhere/cert.pem");
    }
}
