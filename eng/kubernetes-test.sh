#!/usr/bin/env bash
# Makes a cluster of one node with kind, whose containers containerd runs, deploys Scope and the plugin there, and compares what
# Scope's API has with what the runtime itself reports.
#
#   eng/kubernetes-test.sh
#
# It needs docker, kind, kubectl, jq and curl, and a network: kind's and Scope's images, and Scope's manifests.
set -euo pipefail
folder=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
# shellcheck source=eng/common.sh
source "$folder/common.sh"

scope_manifests=https://github.com/weaveworks/scope/releases/download/v1.13.2/k8s-scope.yaml
cluster=volume-count-${work##*.}
tag=test-${work##*.}
export KUBECONFIG=$work/kubeconfig

for command in docker kind kubectl jq curl; do
    if ! command -v "$command" >/dev/null; then
        say "Not installed: $command."
        exit 1
    fi
done

remove_cluster() {
    kind delete cluster --name "$cluster" >/dev/null 2>&1 || true
    docker image rm --force "volume-count:$tag" >/dev/null 2>&1 || true
    clean_up
}
trap remove_cluster EXIT

in_node() { docker exec "$cluster-control-plane" "$@"; }

echo "== Cluster"
quietly kind create cluster --name "$cluster" --wait 180s
echo "== Image"
"$folder/image.sh" --tag "volume-count:$tag"
quietly kind load docker-image --name "$cluster" "volume-count:$tag"

echo "== Scope, with its container probes off"
quietly kubectl apply --filename "$scope_manifests"
quietly kubectl --namespace weave patch daemonset weave-scope-agent --type json --patch '[{
    "op": "replace", "path": "/spec/template/spec/containers/0/args", "value": [
        "--mode=probe", "--probe-only", "--probe.kubernetes.role=host", "--probe.docker=false",
        "weave-scope-app.weave.svc.cluster.local.:80"]}]'

echo "== The plugin"
cp -r "$repository/deploy/kubernetes" "$work/kubernetes"
mkdir "$work/kubernetes/test"
cat >"$work/kubernetes/test/kustomization.yaml" <<EOF
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - ../containerd
images:
  - name: volume-count
    newTag: $tag
EOF
quietly kubectl apply --kustomize "$work/kubernetes/test"

echo "== A pod with volumes"
quietly kubectl apply --filename - <<EOF
apiVersion: v1
kind: Pod
metadata:
  name: shop
spec:
  containers:
    - name: orders
      image: registry.k8s.io/pause:3.10
      volumeMounts:
        - { name: cache, mountPath: /cache }
        - { name: cache, mountPath: /spool }
  volumes:
    - name: cache
      emptyDir: {}
EOF
quietly kubectl wait --for condition=Ready pod/shop --timeout 180s
quietly kubectl --namespace weave rollout status deployment/weave-scope-app --timeout 300s
quietly kubectl --namespace weave rollout status daemonset/weave-scope-agent --timeout 300s
quietly kubectl --namespace weave rollout status daemonset/volume-count --timeout 120s

echo "== Scope's API"
kubectl --namespace weave port-forward service/weave-scope-app 14040:80 >"$work/port-forward" 2>&1 &
forward=$!

# Lines of an id, a name and a number of mounts.
of_runtime() {
    local id
    for id in $(in_node crictl ps --all --quiet); do
        in_node crictl inspect "$id" | jq -r '.status | "\(.id) \(.metadata.name) \(.mounts | length)"'
    done | sort
}

of_scope() {
    curl --silent --fail --max-time 10 http://127.0.0.1:14040/api/report | jq -r '
        .Container.nodes // {} | to_entries[]
        | "\(.key | split(";")[0]) \(.value.latest.docker_container_name.value) \(.value.latest.volume_count.value)"' | sort
}

deadline=$((SECONDS + 120))
until of_runtime >"$work/expected" && of_scope >"$work/actual" 2>/dev/null && diff "$work/expected" "$work/actual" >"$work/diff"; do
    if ((SECONDS > deadline)); then
        say "Scope's containers differ from the runtime's (<: the runtime's, >: Scope's):"
        cat "$work/diff" >&2
        kubectl --namespace weave logs daemonset/volume-count >&2
        exit 1
    fi
    sleep 2
done
kill "$forward"
grep ' orders ' "$work/actual"
echo "Scope has the $(wc -l <"$work/actual") containers of the node, each with its name and its number of mounts."
