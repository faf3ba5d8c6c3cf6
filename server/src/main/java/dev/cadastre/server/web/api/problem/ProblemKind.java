package dev.cadastre.server.web.api.problem;

/** Every kind of problem that the API answers with. Codes are stable; programs depend on them. */
public enum ProblemKind {
    ROUTE_UNKNOWN("route.unknown", 404, "There is nothing at this address"),
    METHOD_WRONG("method.wrong", 405, "This address does not take that method"),
    MEDIA_TYPE_WRONG("media-type.wrong", 415, "The body has a media type that is not read here"),
    MEDIA_TYPE_UNAVAILABLE("media-type.unavailable", 406, "The answer has no such media type"),
    PARAMETERS_BAD("parameters.bad", 400, "The parameters cannot be used"),
    QUERY_BAD("query.bad", 400, "The query cannot be answered"),
    QUERY_TOO_SLOW("query.too-slow", 422, "The query takes too long"),
    REQUEST_BAD("request.bad", 400, "The request cannot be understood"),
    BODY_UNREADABLE("body.unreadable", 400, "The body cannot be read"),
    BODY_INCOMPLETE("body.incomplete", 400, "The body lacks something"),
    BODY_TOO_LARGE("body.too-large", 413, "The body is too large"),
    SIGN_IN_NEEDED("not-signed-in", 401, "Sign in first"),
    SIGN_IN_DELAYED("sign-in.delayed", 429, "Too many attempts to sign in"),
    NOT_ALLOWED("not-allowed", 403, "Not allowed"),
    FORM_STALE("form.stale", 403, "The form is not from here"),
    NAME_FOREIGN("name.foreign", 421, "The server goes by other names"),
    ACCESS_INVALID("access.invalid", 400, "The request about people or tokens is wrong"),
    ACCESS_UNKNOWN("access.unknown", 404, "No such person, token or session"),
    ACCESS_CONFLICT("access.conflict", 409, "That contradicts what is there"),
    ENVIRONMENT_USED("environment.used", 409, "The environment has hosts"),
    APP_UNKNOWN("app.unknown", 404, "No such app"),
    HOST_UNKNOWN("host.unknown", 404, "No such host"),
    HOST_EXISTS("host.exists", 409, "There is such a host"),
    HOST_INVALID("host.invalid", 400, "The host cannot be added so"),
    HOST_RETIRED("host.retired", 409, "The host is retired"),
    HOST_DECLARED("host.declared", 409, "The estate file states this host"),
    HOST_UNDECLARED("host.undeclared", 409, "Nothing states how to reach this host"),
    HOST_UNOBSERVED("host.unobserved", 409, "Nothing is known of what is on this host"),
    KEY_UNEXPECTED("key.unexpected", 409, "That is not the key the host shows"),
    ASSET_UNKNOWN("asset.unknown", 404, "No such asset"),
    COLLECTION_UNKNOWN("collection.unknown", 404, "No such collection"),
    FILE_INVALID("file.invalid", 400, "No host can have such a file"),
    QUESTION_UNKNOWN("question.unknown", 404, "No such question"),
    CONFLICT_UNKNOWN("conflict.unknown", 404, "No such conflict"),
    REPORT_GARBLED("report.garbled", 400, "The body is not a report"),
    REPORT_OLDER("report.older", 409, "The report is older than what is known"),
    ESTATE_BROKEN("estate.broken", 422, "The estate file has problems"),
    ESTATE_MISSING("estate.missing", 409, "The server has no estate file"),
    SUPPORT_UNKNOWN("support.unknown", 404, "Nothing is known of these releases"),
    ADVISORY_UNKNOWN("advisory.unknown", 404, "No such advisory"),
    SBOM_UNKNOWN("sbom.unknown", 404, "No such bill of materials"),
    RULE_UNKNOWN("rule.unknown", 404, "No such rule"),
    RULE_INVALID("rule.invalid", 400, "There cannot be such a rule"),
    RULE_DECLARED("rule.declared", 409, "The estate file states this rule"),
    SAVED_QUERY_UNKNOWN("saved-query.unknown", 404, "No such saved query"),
    SAVED_QUERY_INVALID("saved-query.invalid", 400, "There cannot be such a saved query"),
    SAVED_QUERY_USED("saved-query.used", 409, "Others mention this saved query"),
    FEED_INVALID("feed.invalid", 422, "What was sent has an error"),
    MAP_INVALID("map.invalid", 400, "That cannot be said of the map"),
    MAP_UNKNOWN("map.unknown", 404, "The map has no such thing"),
    MAP_DECLARED("map.declared", 409, "The estate file states otherwise"),
    MAP_CONFLICT("map.conflict", 409, "That contradicts what is there"),
    MONITOR_INVALID("monitor.invalid", 400, "There cannot be such a monitor"),
    MONITOR_UNKNOWN("monitor.unknown", 404, "No such monitor"),
    MONITOR_DECLARED("monitor.declared", 409, "The estate file states this monitor"),
    MONITOR_CONFLICT("monitor.conflict", 409, "That contradicts what is there"),
    MONITOR_CHANGED("monitor.changed", 412, "Somebody else changed it meanwhile"),
    ALERTING_INVALID("alerting.invalid", 400, "That cannot be taken"),
    ALERTING_UNKNOWN("alerting.unknown", 404, "No such incident or silence"),
    ALERTING_CONFLICT("alerting.conflict", 409, "That contradicts what is there"),
    CHANGE_INVALID("change.invalid", 400, "That cannot be planned or run"),
    CHANGE_UNKNOWN("change.unknown", 404, "No such plan, run or archive"),
    CHANGE_CONFLICT("change.conflict", 409, "That contradicts what is there"),
    CHANGE_UNUSABLE("change.unusable", 422, "The change has problems"),
    BACKUP_RUNNING("backup.running", 409, "A backup is being taken"),
    KEY_MALFORMED("key.malformed", 409, "The master key of the server is no key"),
    PARCEL_INVALID("parcel.invalid", 400, "That cannot be asked for"),
    PARCEL_UNKNOWN("parcel.unknown", 404, "No such parcel or app"),
    PARCEL_CONFLICT("parcel.conflict", 409, "That contradicts what is there"),
    PARCEL_UNUSABLE("parcel.unusable", 422, "The parcel, or what would be deployed, has problems"),
    DELIVERY_UNKNOWN("delivery.unknown", 404, "No such delivery"),
    DELIVERY_NOT_FAILED("delivery.not-failed", 409, "The delivery was not given up"),
    TEAM_UNKNOWN("team.unknown", 404, "No such team"),
    LISTENERS_MANY("listeners.many", 503, "Too many listeners"),
    DATABASE_AWAY("database.away", 503, "The database does not answer"),
    DATABASE_BUSY("database.busy", 503, "The database is busy"),
    DISK_FULL("disk.full", 507, "The disk is full"),
    FAILED("failed", 500, "The server failed");

    private final String code;
    private final int status;
    private final String title;

    ProblemKind(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    /** Stable, for programs. */
    public String code() {
        return code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** A few words for people, the same for every problem of the kind. */
    public String title() {
        return title;
    }
}
