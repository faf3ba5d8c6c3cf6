package dev.cadastre.server.dispatch;

import dev.cadastre.ssh.SshConnections;
import dev.cadastre.ssh.SshSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DispatchProperties.class)
class DispatchConfiguration {

    @Bean
    SshConnections sshConnections(HostKeyJudge judge, DispatchProperties properties) {
        return new SshConnections(judge, SshSettings.DEFAULT.withKeepIdle(properties.keepIdle()));
    }
}
