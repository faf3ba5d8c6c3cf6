package dev.cadastre.server.startup;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionException;

/**
 * Says what a part of the server has against its settings. Spring's own would name the classes that
 * refused them.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnusableSettingAnalyzer extends AbstractFailureAnalyzer<BindException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        Throwable refusal = NestedExceptionUtils.getMostSpecificCause(cause);
        return refusal instanceof IllegalArgumentException
                        && !(cause.getCause() instanceof ConversionException)
                ? new FailureAnalysis(
                        String.valueOf(refusal.getMessage()),
                        "Put it right in the configuration, or in the variable or option that says"
                                + " it.",
                        cause)
                : null;
    }
}
