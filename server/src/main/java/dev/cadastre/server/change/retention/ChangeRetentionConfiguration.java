package dev.cadastre.server.change.retention;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Settings of this part. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChangeRetentionProperties.class)
class ChangeRetentionConfiguration {}
