package dev.cadastre.server.web.api.description;

import io.swagger.v3.core.jackson.TypeNameResolver;

/** Names a nested record after the one it belongs to, so that two may have one simple name. */
final class RecordNames extends TypeNameResolver {

    @Override
    protected String getNameOfClass(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : getNameOfClass(outer) + type.getSimpleName();
    }
}
