package dev.cadastre.server.alerting.delivering;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TellingProperties.class, PublicAddress.class})
class DeliveringConfiguration {}
