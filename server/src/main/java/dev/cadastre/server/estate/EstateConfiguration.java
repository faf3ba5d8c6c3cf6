package dev.cadastre.server.estate;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(EstateProperties.class)
class EstateConfiguration {

    @Bean
    WatchedFile estateFile(EstateProperties properties) {
        return new WatchedFile(properties.estate());
    }
}
