package io.sluice.k6.metrics;

/** The names of the metrics that every run has. */
public final class Builtins {
  /** Users that are active: a gauge, once a second. */
  public static final String VUS = "vus";

  /** Users that are initialised: a gauge, once a second. */
  public static final String VUS_MAX = "vus_max";

  /** Iterations that were completed. */
  public static final String ITERATIONS = "iterations";

  /** How long completed iterations took. */
  public static final String ITERATION_DURATION = "iteration_duration";

  /** Iterations that were due and had no user, or no time. */
  public static final String DROPPED_ITERATIONS = "dropped_iterations";

  /** The share of checks that passed. */
  public static final String CHECKS = "checks";

  /** How long groups took. */
  public static final String GROUP_DURATION = "group_duration";

  /** HTTP requests, each hop of a redirect by itself. */
  public static final String HTTP_REQS = "http_reqs";

  /** The share of requests whose answer was not expected. */
  public static final String HTTP_REQ_FAILED = "http_req_failed";

  /** Sending, waiting and receiving. */
  public static final String HTTP_REQ_DURATION = "http_req_duration";

  /** Waiting for a connection. */
  public static final String HTTP_REQ_BLOCKED = "http_req_blocked";

  /** Opening the connection. */
  public static final String HTTP_REQ_CONNECTING = "http_req_connecting";

  /** The TLS handshake. */
  public static final String HTTP_REQ_TLS_HANDSHAKING = "http_req_tls_handshaking";

  /** Sending the request. */
  public static final String HTTP_REQ_SENDING = "http_req_sending";

  /** Waiting for the answer's first byte. */
  public static final String HTTP_REQ_WAITING = "http_req_waiting";

  /** Receiving the answer. */
  public static final String HTTP_REQ_RECEIVING = "http_req_receiving";

  /** WebSocket sessions. */
  public static final String WS_SESSIONS = "ws_sessions";

  /** WebSocket messages that were sent. */
  public static final String WS_MSGS_SENT = "ws_msgs_sent";

  /** WebSocket messages that were received. */
  public static final String WS_MSGS_RECEIVED = "ws_msgs_received";

  /** From a WebSocket ping to its pong. */
  public static final String WS_PING = "ws_ping";

  /** How long WebSocket sessions lasted. */
  public static final String WS_SESSION_DURATION = "ws_session_duration";

  /** How long opening a WebSocket took. */
  public static final String WS_CONNECTING = "ws_connecting";

  /** How long gRPC calls took. */
  public static final String GRPC_REQ_DURATION = "grpc_req_duration";

  /** Bytes that were sent. */
  public static final String DATA_SENT = "data_sent";

  /** Bytes that were received. */
  public static final String DATA_RECEIVED = "data_received";

  private Builtins() {}
}
