package dev.cadastre.server.inventory.upgrade;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UpgradeProperties.class)
class UpgradeConfiguration {}
