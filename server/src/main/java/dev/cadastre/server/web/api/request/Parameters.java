package dev.cadastre.server.web.api.request;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springdoc.core.annotations.ParameterObject;

/**
 * Marks a record as the query parameters of an address, whose controller takes it as argument. A
 * component that is not nullable is required; a parameter that is no component is refused; all that
 * is wrong is told at once. A list of texts is a parameter that may be given any number of times.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterObject
public @interface Parameters {}
