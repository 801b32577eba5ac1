// covers: k6/net/grpc
// init-error: "k6/net/grpc" cannot be imported: gRPC is not supported
import grpc from 'k6/net/grpc';

export default function () {}
