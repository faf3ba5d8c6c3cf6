package dev.cadastre.server.change.archive;

import dev.cadastre.change.file.OperationCatalogue;
import dev.cadastre.change.operation.MustacheRendering;
import dev.cadastre.change.portable.BuiltInOperations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What changes may do: the operations that come with Cadastre. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

    @Bean
    OperationCatalogue operationCatalogue() {
        return BuiltInOperations.catalogue(new MustacheRendering());
    }
}
