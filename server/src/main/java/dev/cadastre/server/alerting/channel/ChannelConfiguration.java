package dev.cadastre.server.alerting.channel;

import dev.cadastre.server.dispatch.ForbiddenAddresses;
import dev.cadastre.server.dispatch.outgoing.Authorities;
import dev.cadastre.server.dispatch.outgoing.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChannelProperties.class)
class ChannelConfiguration {

    private final ChannelProperties properties;
    private final Authorities authorities;
    private final Secrets secrets = Secrets.ofEnvironment();

    ChannelConfiguration(ChannelProperties properties) {
        this.properties = properties;
        this.authorities = authorities(properties.authorities());
    }

    private static Authorities authorities(@Nullable Path added) {
        try {
            return added == null ? Authorities.ofMachine() : Authorities.ofMachineAnd(added);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "[alerting] authorities = %s cannot be used: %s"
                            .formatted(added, e.getMessage()),
                    e);
        }
    }

    @Bean
    MailChannel mailChannel(Clock clock) {
        return new MailChannel(
                properties.mail(), secrets, authorities.tls(), clock, MailChannel.LIMIT);
    }

    @Bean
    WebhookChannel webhookChannel(ForbiddenAddresses forbidden, Clock clock) {
        return new WebhookChannel(
                secrets, forbidden, authorities.tls(), clock, WebhookChannel.LIMIT);
    }

    @Bean
    XmppChannel xmppChannel() {
        return new XmppChannel(
                properties.xmpp(), secrets, authorities.manager(), XmppChannel.LIMIT);
    }
}
