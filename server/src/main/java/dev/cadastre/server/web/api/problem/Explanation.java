package dev.cadastre.server.web.api.problem;

import dev.cadastre.server.access.NotAllowed;
import dev.cadastre.server.web.api.request.BodyTooLargeException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Says what a failure means to whom sent the request. */
final class Explanation {

    private Explanation() {}

    /**
     * The problem that a failure is; one of kind {@link ProblemKind#FAILED} if it is not the
     * sender's, and tells nothing but {@code incident}, by which the log is searched.
     */
    static ProblemException of(Throwable failure, RequestLine request, String incident) {
        return switch (failure) {
            case ProblemException problem -> problem;
            case NotAllowed refused ->
                    new ProblemException(
                            ProblemKind.NOT_ALLOWED, sentence(refused), refused.remedy());
            case NoResourceFoundException _ -> routeUnknown(request);
            case NoHandlerFoundException _ -> routeUnknown(request);
            case HttpRequestMethodNotSupportedException wrong -> methodWrong(wrong, request);
            case HttpMediaTypeNotSupportedException wrong -> mediaTypeWrong(wrong);
            case HttpMediaTypeNotAcceptableException wrong -> mediaTypeUnavailable(wrong);
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MethodArgumentTypeMismatchException wrong -> segmentWrong(wrong);
            default -> other(failure, incident);
        };
    }

    private static String sentence(NotAllowed refused) {
        String message = String.valueOf(refused.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }

    private static ProblemException routeUnknown(RequestLine request) {
        return new ProblemException(
                ProblemKind.ROUTE_UNKNOWN,
                "Nothing answers " + request.method() + " " + request.path() + ".",
                "All addresses are listed at /api/v1/openapi.json.");
    }

    private static ProblemException methodWrong(
            HttpRequestMethodNotSupportedException wrong, RequestLine request) {
        String[] supported = wrong.getSupportedMethods();
        return new ProblemException(
                ProblemKind.METHOD_WRONG,
                request.path() + " does not take " + request.method() + ".",
                supported == null ? null : "It takes " + methods(supported) + ".");
    }

    /** The methods as they are listed for people and in headers. */
    static String methods(String[] methods) {
        return Arrays.stream(methods).sorted().collect(Collectors.joining(", "));
    }

    private static ProblemException mediaTypeWrong(HttpMediaTypeNotSupportedException wrong) {
        MediaType sent = wrong.getContentType();
        return new ProblemException(
                ProblemKind.MEDIA_TYPE_WRONG,
                sent == null ? "The body has no Content-Type." : "The body is " + sent + ".",
                "Send " + types(wrong.getSupportedMediaTypes()) + ".");
    }

    private static ProblemException mediaTypeUnavailable(
            HttpMediaTypeNotAcceptableException wrong) {
        return new ProblemException(
                ProblemKind.MEDIA_TYPE_UNAVAILABLE,
                "None of the types in Accept is available.",
                "Ask for " + types(wrong.getSupportedMediaTypes()) + ".");
    }

    private static String types(List<MediaType> types) {
        return types.isEmpty()
                ? MediaType.APPLICATION_JSON_VALUE
                : types.stream().map(MediaType::toString).collect(Collectors.joining(" or "));
    }

    private static ProblemException unreadable(HttpMessageNotReadableException unreadable) {
        BodyTooLargeException large = cause(unreadable, BodyTooLargeException.class);
        return large == null ? UnreadableBody.explain(unreadable) : tooLarge(large.limit());
    }

    static ProblemException tooLarge(long limit) {
        return new ProblemException(
                ProblemKind.BODY_TOO_LARGE,
                "The body has more than " + limit + " bytes.",
                "Send less at once.");
    }

    private static ProblemException segmentWrong(MethodArgumentTypeMismatchException wrong) {
        return new ProblemException(
                ProblemKind.PARAMETERS_BAD,
                "The " + wrong.getName() + " in the address is not one.",
                "Take it from an answer of the API.");
    }

    private static ProblemException other(Throwable failure, String incident) {
        BodyTooLargeException large = cause(failure, BodyTooLargeException.class);
        if (large != null) {
            return tooLarge(large.limit());
        }
        if (failure instanceof ErrorResponse response
                && response.getStatusCode().is4xxClientError()) {
            return bad(response.getStatusCode());
        }
        ProblemException database =
                DatabaseFailure.explain(failure, cause(failure, SQLException.class));
        return database == null ? failed(incident) : database;
    }

    private static ProblemException bad(HttpStatusCode status) {
        return new ProblemException(
                ProblemKind.REQUEST_BAD,
                "The request is not one that the API takes (" + status.value() + ").",
                "Compare it with /api/v1/openapi.json.");
    }

    private static ProblemException failed(String incident) {
        return new ProblemException(
                ProblemKind.FAILED,
                "The server could not do this, and it is not the request's fault.",
                "Look for " + incident + " in the server's log, and report it as a defect.");
    }

    static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> type) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 50; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
