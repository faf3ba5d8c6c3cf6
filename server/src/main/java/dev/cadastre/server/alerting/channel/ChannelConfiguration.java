package dev.cadastre.server.alerting.channel;

import dev.cadastre.server.dispatch.ForbiddenAddresses;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChannelProperties.class)
class ChannelConfiguration {

    private final ChannelProperties properties;
    private final Trust trust;

    ChannelConfiguration(ChannelProperties properties) {
        this.properties = properties;
        this.trust = Trust.of(properties.authorities());
    }

    @Bean
    MailChannel mailChannel(Clock clock) {
        return new MailChannel(properties.mail(), Secrets.ofEnvironment(), trust.context(), clock);
    }

    @Bean
    WebhookChannel webhookChannel(ForbiddenAddresses forbidden, Clock clock) {
        return new WebhookChannel(Secrets.ofEnvironment(), forbidden::why, trust.context(), clock);
    }

    @Bean
    XmppChannel xmppChannel() {
        return new XmppChannel(properties.xmpp(), Secrets.ofEnvironment(), trust.manager());
    }
}
