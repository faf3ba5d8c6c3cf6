package dev.cadastre.server.web.page.manual;

import dev.cadastre.manual.Manual;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The manual is read when somebody first asks for it: no start waits for it. */
@Configuration(proxyBeanMethods = false)
class ManualConfiguration {

    @Bean
    @Lazy
    Manual manual() {
        return Manual.shipped();
    }
}
