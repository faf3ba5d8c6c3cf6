package dev.cadastre.server.search;

import dev.cadastre.query.Field;
import org.jspecify.annotations.Nullable;

/**
 * By what hosts are counted: {@code env}, {@code fact.os.name} or {@code pkg:openssl}.
 *
 * @param field whose values divide the hosts
 * @param key of a keyed field; null otherwise
 * @param name what stands behind the colon; null if nothing does
 */
public record Division(Field field, @Nullable String key, @Nullable String name) {}
