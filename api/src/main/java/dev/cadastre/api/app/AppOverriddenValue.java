package dev.cadastre.api.app;

/** A value that does not count, because a higher layer has another; as {@link AppValue} says. */
public record AppOverriddenValue(String value, String layer, String origin) {}
