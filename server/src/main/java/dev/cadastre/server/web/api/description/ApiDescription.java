package dev.cadastre.server.web.api.description;

import dev.cadastre.api.Problem;
import dev.cadastre.probe.PackageType;
import dev.cadastre.server.web.api.request.AlertmanagerPath;
import dev.cadastre.server.web.api.request.ApiPath;
import dev.cadastre.server.web.api.request.Cursor;
import dev.cadastre.server.web.api.request.Limit;
import dev.cadastre.server.web.api.request.Port;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String TOKEN = "token";
    private static final String PASSWORD = "password";

    static {
        SpringDocUtils.getConfig()
                .addSimpleTypesForParameterObject(Limit.class, Port.class, Cursor.class)
                .replaceWithSchema(Limit.class, limit())
                .replaceWithSchema(Port.class, port())
                .replaceWithSchema(Cursor.class, new StringSchema())
                .replaceWithSchema(PackageType.class, packageType());
    }

    private static IntegerSchema limit() {
        var schema = new IntegerSchema();
        schema.setFormat(null);
        schema.setMinimum(BigDecimal.ONE);
        schema.setMaximum(BigDecimal.valueOf(Limit.MOST));
        schema.setDefault(Limit.USUAL);
        return schema;
    }

    private static IntegerSchema port() {
        var schema = new IntegerSchema();
        schema.setFormat(null);
        schema.setMinimum(BigDecimal.ONE);
        schema.setMaximum(BigDecimal.valueOf(Port.GREATEST));
        return schema;
    }

    private static StringSchema packageType() {
        var schema = new StringSchema();
        Arrays.stream(PackageType.values()).map(PackageType::purlType).forEach(schema::addEnumItem);
        return schema;
    }

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Cadastre")
                                .description(
                                        "What runs where, and since when. Lists come in pages:"
                                                + " send \"next\" as \"after\" for the following"
                                                + " one. Times are RFC 3339. Every refusal is a"
                                                + " problem (RFC 9457) with a stable code and a"
                                                + " remedy. Fields that are not required are left"
                                                + " out where there is nothing to say.")
                                .version("1")
                                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        TOKEN,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer"))
                                .addSecuritySchemes(
                                        PASSWORD,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("basic")
                                                .description(
                                                        "The token is the password, with any"
                                                                + " name.")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** Adds what every address has in common. */
    @Bean
    GlobalOpenApiCustomizer common() {
        return api -> {
            ModelConverters.getInstance(true)
                    .readAll(Problem.class)
                    .forEach(api.getComponents()::addSchemas);
            api.getPaths()
                    .forEach((path, item) ->
                            item.readOperations()
                                    .forEach(operation -> Operations.complete(path, operation)));
            api.getComponents().getSchemas().remove("SseEmitter");
            api.setTags(null);
        };
    }

    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new RecordNames()).openapi31(true);
    }

    @Bean
    RecordSchemas recordSchemas() {
        return new RecordSchemas();
    }

    @Bean
    OperationNames operationNames() {
        return new OperationNames();
    }

    /** How whoever calls an address may sign in, where that is not by a token as everywhere. */
    static Optional<List<SecurityRequirement>> signIn(String path) {
        if (path.startsWith(AlertmanagerPath.BASE)) {
            return Optional.of(
                    List.of(
                            new SecurityRequirement().addList(TOKEN),
                            new SecurityRequirement().addList(PASSWORD)));
        }
        return path.startsWith(ApiPath.BASE) ? Optional.empty() : Optional.of(List.of());
    }
}
