package dev.cadastre.server.dispatch;

import dev.cadastre.ssh.SshConnections;
import dev.cadastre.ssh.SshSettings;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DispatchConfiguration {

    /** Longer than the usual interval between two collections, so that each finds a connection. */
    private static final Duration KEEP_IDLE = Duration.ofMinutes(12);

    @Bean
    SshConnections sshConnections(HostKeyJudge judge) {
        return new SshConnections(judge, SshSettings.DEFAULT.withKeepIdle(KEEP_IDLE));
    }
}
