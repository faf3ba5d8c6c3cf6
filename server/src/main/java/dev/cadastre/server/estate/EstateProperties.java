package dev.cadastre.server.estate;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the estate is declared.
 *
 * @param estate the estate file; null when everything is added by API
 */
@ConfigurationProperties("cadastre")
record EstateProperties(@Nullable Path estate) {}
