package dev.cadastre.server.web.api.request;

import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.module.SimpleModule;

@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ParametersResolver());
    }

    @Bean
    JsonMapperBuilderCustomizer wireFormat() {
        return builder ->
                builder.addModule(new SimpleModule("times").addSerializer(new InstantWriter()))
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
